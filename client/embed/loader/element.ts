import type { EmbedCommands, EmbedFeature, EmbedTheme, EmbedTokens } from '#shared/protocol/embed.ts';
import { ATTRIBUTES, isKnown, warn } from './attributes.ts';
import { type Frame, openFrame } from './frame.ts';

/** Where this script came from: the server of every element that names none. */
const home = (document.currentScript as HTMLScriptElement | null)?.src ?? location.href;

/** The commands as methods, with the names of what they take. */
const METHODS: Partial<Record<keyof EmbedCommands, readonly string[]>> = {
  setTheme: ['theme', 'tokens'],
  setLang: ['lang'],
  setToken: ['token'],
  setFeatures: ['features'],
  open: [],
  close: [],
  mute: ['muted'],
};

/** Attributes that change without a new page in the frame. */
const LIVE = /^(?:theme|lang|token|features)$/;

/** `<xinli-live event="demo">`: owns one frame while it is in the page. A node that is moved loads its frame anew. */
export class XinliLive extends HTMLElement {
  static get observedAttributes(): readonly string[] {
    return ATTRIBUTES;
  }
  declare private frame: Frame | undefined;
  declare setTheme: (theme: EmbedTheme, tokens?: EmbedTokens) => void;
  declare setLang: (lang: string) => void;
  declare setToken: (token: string) => void;
  declare setFeatures: (features: readonly EmbedFeature[]) => void;
  declare open: () => void;
  declare close: () => void;
  declare mute: (muted?: boolean) => void;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback(): void {
    for (const { name } of this.attributes) if (!isKnown(name)) warn(name);
    // What a script set before this class was there would hide the property of the same name.
    for (const [name, value] of Object.entries(this)) {
      if (!ATTRIBUTES.includes(name)) continue;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    this.start();
  }

  disconnectedCallback(): void {
    this.destroy();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.frame || before === now) return;
    if (LIVE.test(name)) this.frame.send('hello');
    else this.start();
  }

  /** Ends it, until the element is put into a page again. */
  destroy(): void {
    this.frame?.close();
    this.frame = undefined;
  }

  private start(): void {
    this.destroy();
    this.frame = openFrame(this, this.shadowRoot as ShadowRoot, home);
  }
}

const { prototype } = XinliLive;
for (const [name, takes] of Object.entries(METHODS)) {
  Reflect.set(prototype, name, function send(this: { frame?: Frame }, ...given: unknown[]) {
    this.frame?.send(
      name as keyof EmbedCommands,
      Object.fromEntries(takes.map((one, index) => [one, given[index]])),
    );
  });
}
for (const name of ATTRIBUTES) {
  if (name === 'lang') continue; // every element has it
  Object.defineProperty(prototype, name, {
    get(this: Element) {
      return this.getAttribute(name);
    },
    set(this: Element, value: string | number | null) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
  });
}
