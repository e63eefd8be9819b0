// Nothing yet. Write or paste a network of your own here and press
// Run: all that is missing is then said at once.
