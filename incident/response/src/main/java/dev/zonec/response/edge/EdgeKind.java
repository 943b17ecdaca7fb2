package dev.zonec.response.edge;

import java.util.Locale;

/** A kind of firewall at the edge of a cluster. */
public enum EdgeKind {
  /** A file for nftables. */
  NFT,
  /** Commands of iptables and ip6tables. */
  IPTABLES,
  /** Commands of the AWS command line. */
  AWS,
  /** Commands of gcloud. */
  GCP,
  /** Commands of the Azure command line. */
  AZURE;

  /** Returns the name on the command line, in files and in machine formats. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the name of the file with the rules. */
  public String file() {
    return this == NFT ? "edge.nft" : "edge-" + this + ".sh";
  }
}
