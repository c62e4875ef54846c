export interface Label {
  readonly name: string;
  /** Six hex digits without "#". */
  readonly color: string;
  readonly description: string;
}
