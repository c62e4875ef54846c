/** What only the app itself may ask, not one of its installations. */
export interface GitHubApp {
  /**
   * One page of what GitHub delivered or tried to, newest first. One request. Null where GitHub keeps no such list, as for
   * an app whose webhook is off, or does not know the cursor any more.
   */
  listDeliveries(cursor: string | null): Promise<DeliveryPage | null>;
  /** Asks GitHub to deliver it again, under the same GUID. False where GitHub does not have it any more. */
  redeliver(id: number): Promise<boolean>;
  listInstallations(): Promise<readonly ListedInstallation[]>;
}

export interface DeliveryPage {
  readonly deliveries: readonly ListedDelivery[];
  /** Null: there are no older ones. */
  readonly next: string | null;
}

/** One attempt at a delivery. */
export interface ListedDelivery {
  readonly id: number;
  /** Shared by all attempts at one delivery. */
  readonly guid: string;
  readonly at: Date;
  /** Whether the app took it. */
  readonly ok: boolean;
  readonly event: string;
  readonly action: string | null;
  readonly installation: number | null;
  readonly repositoryId: number | null;
}

export interface ListedInstallation {
  readonly id: number;
  readonly suspended: boolean;
}
