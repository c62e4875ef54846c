export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function object(value: Json | undefined): JsonObject {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error("Expected an object");
  return value;
}

export function list(value: Json): Json[] {
  if (!Array.isArray(value)) throw new Error("Expected a list");
  return value;
}
