import { german } from "./de/index.ts";
import { english } from "./en/index.ts";
import type { Language } from "./language.ts";

/**
 * Headings, phrases and claims are looked for in the languages that are configured. Hollow answers, measures and
 * lengths of time are understood in all of them: they cannot be taken for anything else.
 */
export const languages = [english, german] as const satisfies readonly Language[];
