import { writeFileSync } from "node:fs";
import { editorSchema } from "../src/config/json-schema.ts";
import { renderReference } from "../src/config/reference.ts";

const folder = new URL("../src/config/", import.meta.url);

writeFileSync(new URL("REFERENCE.md", folder), renderReference());
writeFileSync(new URL("schema.json", folder), `${JSON.stringify(editorSchema(), null, 2)}\n`);
