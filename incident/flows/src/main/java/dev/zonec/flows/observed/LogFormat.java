package dev.zonec.flows.observed;

import java.util.Locale;

/** The formats of logs. */
public enum LogFormat {
  /** Flows of Cilium's Hubble, as JSON lines. */
  HUBBLE("Hubble", true),
  /** Flow logs of Calico: of Enterprise and Cloud, of Goldmane, or of Whisker. */
  CALICO("Calico", false),
  /** Events of Suricata (EVE), as JSON lines. */
  SURICATA("Suricata EVE", true),
  /** Connections of Zeek, as columns or as JSON lines. */
  ZEEK("Zeek conn", true),
  /** VPC flow logs of AWS. */
  AWS("AWS VPC", false),
  /** VPC flow logs of Google Cloud, as entries of Cloud Logging. */
  GCP("GCP VPC", false),
  /** Flow logs of Azure: of network security groups or of virtual networks. */
  AZURE("Azure", false),
  /** Captured packets: pcap or pcapng. */
  PCAP("packet capture", true);

  private final String title;
  private final boolean timed;

  LogFormat(String title, boolean timed) {
    this.title = title;
    this.timed = timed;
  }

  /** Returns the name for people, such as {@code Suricata EVE}. */
  public String title() {
    return title;
  }

  /**
   * Whether a record has the time of its own connection. The records of the other formats sum up an
   * interval, so the times between them say nothing about the connections.
   */
  public boolean timed() {
    return timed;
  }

  /** Returns the name in machine formats, such as {@code hubble}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
