package dev.zonec.checker.open;

import dev.zonec.model.net.Family;
import java.util.Locale;

/**
 * An end of the connection, and the names of its values.
 *
 * @param side which end it is
 * @param place where it is
 */
record End(Side side, Place place) {
  /** The sides of a connection. */
  enum Side {
    SOURCE,
    DESTINATION
  }

  /** Returns the source at any place. */
  static End source() {
    return new End(Side.SOURCE, new Place.Anywhere());
  }

  /** Returns the destination at any place. */
  static End destination() {
    return new End(Side.DESTINATION, new Place.Anywhere());
  }

  /** Returns the same end at {@code other}. */
  End at(Place other) {
    return new End(side, other);
  }

  private String prefix() {
    return side.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the truth variable that says whether the end is a pod, if the place leaves it open. */
  String pod() {
    return prefix() + " is a pod";
  }

  /** Returns the number of its namespace, if the place leaves it open. */
  String namespace() {
    return prefix() + " namespace";
  }

  /** Returns the number of the pod's label. */
  String label(String key) {
    return prefix() + " label " + key;
  }

  /** Returns the number of a label of its namespace, if nothing mentions the namespace. */
  String labelElsewhere(String key) {
    return prefix() + " namespace label " + key;
  }

  /** Returns its address. */
  String address(Family family) {
    return prefix() + " " + family.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the number of an unknown label of a namespace, which both ends share. */
  static String unknownLabel(String namespace, String key) {
    return "namespace " + namespace + " label " + key;
  }
}
