package dev.zonec.stream.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Texts as UTF-8, each after a number with its length. Flink's own form has one call for each
 * character.
 */
final class Texts {
  /** The end of a cut text. It is one bit of the number: without it, most texts are ASCII. */
  private static final String CUT = "…";

  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private Texts() {}

  static void write(String text, DataOutputView out) throws IOException {
    boolean cut = text.endsWith(CUT);
    byte[] bytes =
        (cut ? text.substring(0, text.length() - CUT.length()) : text)
            .getBytes(StandardCharsets.UTF_8);
    int number = (bytes.length << 1) | (cut ? 1 : 0);
    while (number >= MORE) {
      out.writeByte((number & (MORE - 1)) | MORE);
      number >>>= BITS;
    }
    out.writeByte(number);
    out.write(bytes);
  }

  static String read(DataInputView in) throws IOException {
    int number = 0;
    int shift = 0;
    int next = in.readUnsignedByte();
    while (next >= MORE) {
      number |= (next & (MORE - 1)) << shift;
      shift += BITS;
      next = in.readUnsignedByte();
    }
    number |= next << shift;
    byte[] bytes = new byte[number >>> 1];
    in.readFully(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return (number & 1) == 1 ? text + CUT : text;
  }
}
