package dev.zonec.dist;

import java.util.List;

/** The options with which every package starts Java. */
final class JavaOptions {
  /**
   * The classes of a usual run take more than the 21 MiB after which Java collects garbage of
   * classes, so it first does so after 64. A class archive that is absent or does not fit is
   * ignored without a word: its errors have the tag cds. Nothing is written to a temporary folder.
   */
  static final List<String> ALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:MetaspaceSize=64m",
          "-XX:-UsePerfData",
          "-Xshare:auto",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "-Xlog:cds*=off:stderr",
          "-Djdk.console=java.base");

  /**
   * The modules of the runtime. Flink, for {@code --parallel}, refers to RMI even though nothing
   * uses it, and without the module its start does not come to an end.
   */
  static final List<String> MODULES =
      List.of(
          "java.base",
          "java.management",
          "java.management.rmi",
          "java.net.http",
          "java.security.jgss",
          "java.sql",
          "jdk.crypto.ec",
          "jdk.httpserver",
          "jdk.management",
          "jdk.net",
          "jdk.unsupported");

  private JavaOptions() {}
}
