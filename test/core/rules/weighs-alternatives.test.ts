import { testStatementRule } from "./statement-rule.ts";

testStatementRule("weighs-alternatives", "alternatives");
