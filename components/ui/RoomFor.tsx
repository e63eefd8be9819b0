import type { ComponentChildren } from 'preact';
import { PowerText } from './PowerText.tsx';
import './RoomFor.css';

export interface RoomForProps {
  /** The longest texts that can stand here. */
  texts: readonly string[];
  /** The text that stands here now. */
  children: ComponentChildren;
}

/**
 * Keeps the room of the longest texts that can stand in a place, at any width: they are laid over each other, and none but
 * the child is seen, heard or found.
 */
export function RoomFor({ texts, children }: RoomForProps) {
  return (
    <span class="room-for">
      <span>{typeof children === 'string' ? <PowerText text={children} /> : children}</span>
      {texts.map((text) => (
        <span key={text} data-text={text} aria-hidden="true" />
      ))}
    </span>
  );
}
