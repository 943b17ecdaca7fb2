package dev.zonec.response.snapshot;

import dev.zonec.kubernetes.storage.StorageObjects.SnapshotClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The VolumeSnapshotClass of a snapshot. */
sealed interface ClassChoice {
  /**
   * A class.
   *
   * @param deletes whether it deletes the data with the VolumeSnapshot; false if it is not known
   */
  record Chosen(String name, boolean deletes) implements ClassChoice {}

  /** No class can be chosen. */
  record Refused(String reason, String help) implements ClassChoice {}

  /**
   * Chooses a class.
   *
   * @param driver the driver of the volume
   * @param classes the declared classes
   * @param wanted the class that the user wants
   */
  static ClassChoice of(ClaimDriver driver, List<SnapshotClass> classes, Optional<String> wanted) {
    return switch (driver) {
      case ClaimDriver.NotCsi(String reason) ->
          new Refused(
              reason,
              "take a snapshot with the storage system itself, or copy the data from a pod that"
                  + " mounts the claim read-only");
      case ClaimDriver.Unknown(String reason) ->
          wanted
              .<ClassChoice>map(name -> named(name, Optional.empty(), classes))
              .orElse(
                  new Refused(
                      "its driver is not known: " + reason,
                      "name a VolumeSnapshotClass with --class, or read the cluster with -k"));
      case ClaimDriver.Known(String name) ->
          wanted
              .map(asked -> named(asked, Optional.of(name), classes))
              .orElseGet(() -> byDriver(name, classes));
    };
  }

  private static ClassChoice named(
      String name, Optional<String> driver, List<SnapshotClass> classes) {
    Optional<SnapshotClass> declared =
        classes.stream().filter(each -> each.name().equals(name)).findFirst();
    if (declared.isPresent()
        && driver.filter(d -> !d.equals(declared.get().driver())).isPresent()) {
      return new Refused(
          "its driver is `"
              + driver.get()
              + "`, and the VolumeSnapshotClass `"
              + name
              + "` is for `"
              + declared.get().driver()
              + "`",
          "leave out --class to choose a class for each driver");
    }
    return new Chosen(name, declared.filter(SnapshotClass::deletes).isPresent());
  }

  private static ClassChoice byDriver(String driver, List<SnapshotClass> classes) {
    List<SnapshotClass> fitting =
        classes.stream().filter(each -> each.driver().equals(driver)).toList();
    List<SnapshotClass> standard = fitting.stream().filter(SnapshotClass::standard).toList();
    if (fitting.isEmpty()) {
      return new Refused(
          "no VolumeSnapshotClass is for its driver `" + driver + "`",
          "create one if the driver supports snapshots, or name one with --class; otherwise take"
              + " a snapshot with the storage system itself");
    }
    if (fitting.size() == 1 || standard.size() == 1) {
      SnapshotClass chosen = standard.size() == 1 ? standard.getFirst() : fitting.getFirst();
      return new Chosen(chosen.name(), chosen.deletes());
    }
    return new Refused(
        (standard.isEmpty() ? "several" : "more than one default")
            + " VolumeSnapshotClasses are for its driver `"
            + driver
            + "`: "
            + (standard.isEmpty() ? fitting : standard)
                .stream().map(SnapshotClass::name).collect(Collectors.joining(", ")),
        "name one with --class");
  }
}
