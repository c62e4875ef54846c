import { expect, test } from "vitest";
import { kindOfAddress } from "../../src/outbound/kind-of-address.ts";

test.each([
  ["93.184.215.14", "public"],
  ["1.1.1.1", "public"],
  ["172.15.255.255", "public"],
  ["172.32.0.0", "public"],
  ["100.63.255.255", "public"],
  ["100.128.0.0", "public"],
  ["169.253.255.255", "public"],
  ["223.255.255.255", "public"],
  ["2606:4700:4700::1111", "public"],
  ["2001:4860:4860::8888", "public"],
  ["10.255.255.255", "private"],
  ["127.0.0.1", "private"],
  ["100.64.0.0", "private"],
  ["172.16.0.0", "private"],
  ["192.168.0.1", "private"],
  ["::1", "private"],
  ["fd12:3456::1", "private"],
  ["0.0.0.0", "never"],
  ["169.254.169.254", "never"],
  ["100.100.100.200", "never"],
  ["224.0.0.0", "never"],
  ["255.255.255.255", "never"],
  ["::", "never"],
  ["::ffff:1.1.1.1", "never"],
  ["64:ff9b::101:101", "never"],
  ["2002:101:101::1", "never"],
  ["fe80::1%eth0", "never"],
  ["fd00:ec2::254", "never"],
  ["localhost", "never"],
  ["127.1", "never"],
  ["", "never"],
])("%s is %s", (address, kind) => {
  expect(kindOfAddress(address)).toBe(kind);
});
