import type { Json } from "../json.ts";
import type { RestAnswer, RestRequest } from "./operation.ts";

type Page<T> = { items: T[]; headers: Readonly<Record<string, string>> };

/** 30 a page unless asked, 100 at most, and a Link header that leads on. */
export function page<T>(request: Pick<RestRequest, "url" | "query">, all: readonly T[]): Page<T> {
  const size = Math.min(100, Math.max(1, Number(request.query["per_page"] ?? 30)));
  const current = Math.max(1, Number(request.query["page"] ?? 1));
  const last = Math.max(1, Math.ceil(all.length / size));
  const items = all.slice((current - 1) * size, current * size);
  return { items, headers: linkHeader(request.url, current, last) };
}

export function paged<T>(
  request: Pick<RestRequest, "url" | "query">,
  all: readonly T[],
  present: (item: T) => Json,
): RestAnswer {
  const { items, headers } = page(request, all);
  return { status: 200, body: items.map(present), headers };
}

function linkHeader(url: URL, current: number, last: number): Record<string, string> {
  const to = (number: number, rel: string): string => {
    const target = new URL(url);
    target.searchParams.set("page", String(number));
    return `<${target.href}>; rel="${rel}"`;
  };
  const links = [
    ...(current > 1 ? [to(current - 1, "prev"), to(1, "first")] : []),
    ...(current < last ? [to(current + 1, "next"), to(last, "last")] : []),
  ];
  return links.length === 0 ? {} : { Link: links.join(", ") };
}
