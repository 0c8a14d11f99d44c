/** Keyboard and mouse in the terms of W3C WebDriver, whose classic form and BiDi share them. */
import type { Tab } from './engine.ts';
import { shownText } from './shown-text.ts';

type KeyAction = { type: 'keyDown' | 'keyUp'; value: string };

/** Keys without a character of their own: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const NAMED: Record<string, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
};

/**
 * Keys pressed together, and let go in the opposite order.
 * @throws when a name is neither a character nor known here
 * @example chord('Control+v').map(({ value }) => value) // → ['\uE009', 'v', 'v', '\uE009']
 */
export function chord(keys: string): KeyAction[] {
  const values = keys.split('+').map((key) => {
    const value = [...key].length === 1 ? key : NAMED[key];
    if (!value) throw new Error(`No key ${JSON.stringify(key)} in ${JSON.stringify(keys)}`);
    return value;
  });
  return [
    ...values.map((value) => ({ type: 'keyDown' as const, value })),
    ...values.reverse().map((value) => ({ type: 'keyUp' as const, value })),
  ];
}

/** One key after the other. @example typing('素材').length // → 4 */
export const typing = (text: string): KeyAction[] =>
  [...text].flatMap((value) => [
    { type: 'keyDown' as const, value },
    { type: 'keyUp' as const, value },
  ]);

/** What a browser has to offer that understands such actions. */
export type Driver = Omit<Tab, 'type' | 'press' | 'click' | 'text'> & {
  /** Carries out the actions of input devices, as in the standard. */
  act(devices: object[]): Promise<void>;
};

/** A tab that types, clicks and reads through its driver's actions. */
export function tabOf({ act, ...driver }: Driver): Tab {
  const keys = (actions: KeyAction[]) => act([{ type: 'key', id: 'keyboard', actions }]);
  return {
    ...driver,
    type: (text) => keys(typing(text)),
    press: (together) => keys(chord(together)),
    async click(selector) {
      const at = await driver.evaluate((selector) => {
        const element = document.querySelector(selector);
        if (!element) return null;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
      }, selector);
      if (!at) throw new Error(`Nothing to click: ${selector}`);
      const actions = [
        { type: 'pointerMove', duration: 0, origin: 'viewport', ...at },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
    },
    text: (selector) => driver.evaluate(shownText, selector),
  };
}
