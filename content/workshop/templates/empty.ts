// Nothing yet. Write or paste a network of your own here.
// Run then says at once all that is missing.
