import { BlockList, isIPv4, isIPv6 } from "node:net";

/**
 * `private`: of this machine or of a network that belongs to somebody, where an operator may have something to ask.
 * `never`: of no network, of many receivers, of the machine's own network alone (where clouds tell credentials to whoever
 * asks, at 169.254.169.254), or another way to write one of these.
 */
export type KindOfAddress = "public" | "private" | "never";

/** IANA's special-purpose registry for IPv4 (RFC 6890 and what it lists since), and 224.0.0.0 and up. */
const nowhere4 = [
  "0.0.0.0/8",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
  // Microsoft's and Alibaba's clouds answer every machine in them here.
  "168.63.129.16/32",
  "100.100.100.200/32",
];
const private4 = ["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** Of IPv6, only 2000::/3 leads anywhere outside; the rest is for a use of its own, or wraps an IPv4 address. */
const outside6 = ["2000::/3"];
const nowhere6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];
const private6 = ["::1/128", "fc00::/7"];
/** Where Amazon's and Google's clouds tell credentials to whoever asks. */
const cloud6 = ["fd00:ec2::254/128", "fd20:ce::254/128"];

const lists = {
  nowhere4: listOf("ipv4", nowhere4),
  private4: listOf("ipv4", private4),
  outside6: listOf("ipv6", outside6),
  nowhere6: listOf("ipv6", [...nowhere6, ...cloud6]),
  private6: listOf("ipv6", private6),
};

function listOf(family: "ipv4" | "ipv6", ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", bits] = range.split("/");
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** What an address leads to, as a resolver writes it. Whatever is no address is `never`. */
export function kindOfAddress(address: string): KindOfAddress {
  if (isIPv4(address)) {
    if (lists.nowhere4.check(address, "ipv4")) return "never";
    return lists.private4.check(address, "ipv4") ? "private" : "public";
  }
  if (!isIPv6(address) || address.includes("%") || lists.nowhere6.check(address, "ipv6")) return "never";
  if (lists.private6.check(address, "ipv6")) return "private";
  return lists.outside6.check(address, "ipv6") ? "public" : "never";
}
