import { z } from "zod";

/** Patterns in which `*` stands for anything. */
export const patternList = z.array(z.string().min(1).max(200)).max(100).default([]);
