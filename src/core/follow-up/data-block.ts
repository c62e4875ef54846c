/** What machines read back from the text of our check runs, and people can read too: JSON as a fenced block. */

const fenceOf = (name: string): string => `\`\`\`json ${name}\n`;

/** What could end the block or look like HTML is written as a JSON escape. */
export function renderBlock(name: string, data: object): string {
  const json = JSON.stringify(data, null, 2).replaceAll("<", "\\u003c").replaceAll("`", "\\u0060");
  return `${fenceOf(name)}${json}\n\`\`\``;
}

/** The JSON of each block with this name. What is none is left out: as good as not there. */
export function readBlocks(shown: string, name: string): readonly unknown[] {
  // GitHub may hand a text back with its own line ends.
  const [, ...blocks] = shown.replaceAll("\r\n", "\n").split(fenceOf(name));
  return blocks.flatMap((block) => {
    const end = block.indexOf("\n```");
    return end === -1 ? [] : readJson(block.slice(0, end));
  });
}

function readJson(json: string): readonly unknown[] {
  try {
    return [JSON.parse(json)];
  } catch {
    // Not ours.
    return [];
  }
}
