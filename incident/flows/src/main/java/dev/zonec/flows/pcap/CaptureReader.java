package dev.zonec.flows.pcap;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.flows.log.FlowSink;
import dev.zonec.flows.observed.LogFormat;
import dev.zonec.flows.observed.ObservedEnd;
import dev.zonec.flows.observed.ObservedFlow;
import dev.zonec.flows.observed.Orientation;
import dev.zonec.flows.observed.Outcome;
import dev.zonec.flows.observed.RecordPlace;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads capture files. Each packet of IP is a flow. A packet whose connection was opened earlier in
 * the file has the orientation of that opening; the {@value #REMEMBERED} connections that were used
 * last are remembered.
 */
public final class CaptureReader {
  private static final int REMEMBERED = 65_536;
  private static final int LONGEST = 1 << 18;

  private final String file;
  private final FlowSink sink;
  private static final int PACKETS_BETWEEN_LOOKS = 1024;

  /** The connections that were asked for, and whether the other end has answered them. */
  private final Map<String, Boolean> opened =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  private long number;

  /**
   * @param file the name of the file
   */
  public CaptureReader(String file, FlowSink sink) {
    this.file = file;
    this.sink = sink;
  }

  /** Whether a file that begins with these bytes is a capture. */
  public static boolean isCapture(byte[] start) {
    if (start.length < 4) {
      return false;
    }
    int magic =
        (start[0] & 0xff) << 24
            | (start[1] & 0xff) << 16
            | (start[2] & 0xff) << 8
            | (start[3] & 0xff);
    return switch (magic) {
      case 0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0x0a0d0d0a -> true;
      default -> false;
    };
  }

  /**
   * Reads all packets. A file that ends in a packet is reported as an unreadable record.
   *
   * @throws IOException if the file cannot be read further
   */
  public void read(InputStream input) throws IOException {
    DataInputStream data = new DataInputStream(input);
    try {
      int magic = data.readInt();
      if (magic == 0x0a0d0d0a) {
        blocks(data);
      } else {
        packets(data, magic);
      }
    } catch (EOFException e) {
      unreadable("the file ends in a packet or in a header");
    }
  }

  private void packets(DataInputStream data, int magic) throws IOException {
    boolean swapped = magic == 0xd4c3b2a1 || magic == 0x4d3cb2a1;
    boolean nanos = magic == 0xa1b23c4d || magic == 0x4d3cb2a1;
    data.readFully(new byte[16]);
    int link = order(data.readInt(), swapped) & 0xffff;
    while (true) {
      int first = data.read();
      if (first < 0) {
        return;
      }
      byte[] rest = new byte[3];
      data.readFully(rest);
      int written = first << 24 | (rest[0] & 0xff) << 16 | (rest[1] & 0xff) << 8 | (rest[2] & 0xff);
      long seconds = order(written, swapped) & 0xffffffffL;
      long fraction = order(data.readInt(), swapped) & 0xffffffffL;
      int captured = order(data.readInt(), swapped);
      data.readInt();
      number++;
      if (captured < 0 || captured > LONGEST) {
        unreadable("the length of the packet is not valid; the rest of the file is not read");
        return;
      }
      byte[] packet = new byte[captured];
      data.readFully(packet);
      long millis = seconds * 1000 + fraction / (nanos ? 1_000_000 : 1000);
      packet(link, new ByteView(packet, 0, captured), millis);
    }
  }

  /** An interface of a section: its link type, and how many units of time a second has. */
  private record Interface(int link, double unitsInSecond) {}

  private void blocks(DataInputStream data) throws IOException {
    List<Interface> interfaces = new ArrayList<>();
    boolean swapped = false;
    int type = 0x0a0d0d0a;
    while (true) {
      int written = data.readInt();
      byte[] order = new byte[0];
      if (type == 0x0a0d0d0a) {
        order = new byte[4];
        data.readFully(order);
        swapped = (order[0] & 0xff) == 0x4d;
        interfaces.clear();
      }
      int length = order(written, swapped);
      int left = length - 12 - order.length;
      if (length < 12 || left < 0 || length > LONGEST * 4) {
        number++;
        unreadable("the length of the block is not valid; the rest of the file is not read");
        return;
      }
      byte[] body = new byte[left];
      data.readFully(body);
      data.readInt();
      block(type, new Block(body, swapped), interfaces);
      int first = data.read();
      if (first < 0) {
        return;
      }
      byte[] rest = new byte[3];
      data.readFully(rest);
      int next = first << 24 | (rest[0] & 0xff) << 16 | (rest[1] & 0xff) << 8 | (rest[2] & 0xff);
      type = next == 0x0a0d0d0a ? next : order(next, swapped);
    }
  }

  private void block(int type, Block block, List<Interface> interfaces) {
    switch (type) {
      case 1 -> interfaces.add(new Interface(block.u16(0), block.unitsInSecond()));
      case 3 -> {
        number++;
        int link = interfaces.isEmpty() ? 1 : interfaces.getFirst().link();
        packet(link, block.view(4, block.u32(0)), -1);
      }
      case 2, 6 -> {
        number++;
        long index = type == 6 ? block.u32(0) : block.u16(0);
        if (index >= interfaces.size()) {
          unreadable("the packet names an interface that the file does not describe");
          return;
        }
        Interface on = interfaces.get((int) index);
        double units = (double) (block.u32(4) << 32 | block.u32(8));
        packet(
            on.link(),
            block.view(20, block.u32(12)),
            Math.round(units / on.unitsInSecond() * 1000));
      }
      default -> {}
    }
  }

  /** The body of a block of a pcapng file, in the order of bytes of its section. */
  private static final class Block {
    private final byte[] body;
    private final boolean swapped;

    Block(byte[] body, boolean swapped) {
      this.body = body;
      this.swapped = swapped;
    }

    int u8(int at) {
      return at < body.length ? body[at] & 0xff : 0;
    }

    int u16(int at) {
      return swapped ? u8(at + 1) << 8 | u8(at) : u8(at) << 8 | u8(at + 1);
    }

    long u32(int at) {
      long first = u16(at);
      long second = u16(at + 2);
      return swapped ? second << 16 | first : first << 16 | second;
    }

    ByteView view(int at, long length) {
      int start = Math.min(at, body.length);
      return new ByteView(body, start, (int) Math.min(body.length, start + length));
    }

    /** Returns the resolution of times in an interface's options: microseconds by default. */
    double unitsInSecond() {
      int at = 8;
      while (at + 4 <= body.length) {
        int code = u16(at);
        int length = u16(at + 2);
        if (code == 0) {
          break;
        }
        if (code == 9 && length == 1) {
          int value = u8(at + 4);
          return (value & 0x80) == 0 ? Math.pow(10, value) : Math.pow(2, value & 0x7f);
        }
        at += 4 + (length + 3) / 4 * 4;
      }
      return 1e6;
    }
  }

  private static int order(int value, boolean swapped) {
    return swapped ? Integer.reverseBytes(value) : value;
  }

  private void unreadable(String why) {
    sink.unreadable(new RecordPlace(file, Math.max(1, number)), why);
  }

  private void packet(int link, ByteView data, long at) {
    RecordPlace place = new RecordPlace(file, number);
    if (number % PACKETS_BETWEEN_LOOKS == 0) {
      Deadline.check();
    }
    switch (PacketDecoder.decode(link, data)) {
      case Decoding.Damaged(String why) -> sink.unreadable(place, why);
      case Decoding.Other(String what) -> sink.skipped(place, what);
      case Decoding.Decoded(Packet packet) -> sink.flow(flow(packet, at, place));
    }
  }

  private ObservedFlow flow(Packet packet, long at, RecordPlace place) {
    boolean answer = false;
    boolean known = true;
    boolean reset = false;
    String there = key(packet.from(), packet.fromPort(), packet.to(), packet.toPort(), packet);
    String back = key(packet.to(), packet.toPort(), packet.from(), packet.fromPort(), packet);
    switch (packet.role()) {
      // A connection with the ports of an earlier one begins anew.
      case OPENS -> opened.put(there, false);
      case ACCEPTS -> {
        opened.put(back, true);
        answer = true;
      }
      case RESETS, OTHER -> {
        @Nullable Boolean forth = opened.get(there);
        @Nullable Boolean returned = forth == null ? opened.get(back) : null;
        answer = returned != null;
        known = forth != null || returned != null;
        reset = packet.role() == Packet.Role.RESETS && answer && !Boolean.TRUE.equals(returned);
        if (answer && packet.role() == Packet.Role.OTHER) {
          opened.put(back, true);
        }
      }
    }
    return new ObservedFlow(
        LogFormat.PCAP,
        ObservedEnd.at(answer ? packet.to() : packet.from()),
        ObservedEnd.at(answer ? packet.from() : packet.to()),
        packet.protocol(),
        answer ? packet.toPort() : packet.fromPort(),
        answer ? packet.fromPort() : packet.toPort(),
        reset ? Outcome.RESET : answer ? Outcome.PASSED : Outcome.SENT,
        known ? Orientation.OPENING : Orientation.UNKNOWN,
        at,
        at,
        packet.role() == Packet.Role.OPENS ? 1 : 0,
        answer ? 0 : 1,
        answer ? 0 : packet.length(),
        place,
        packet::text);
  }

  private static String key(String from, int fromPort, String to, int toPort, Packet packet) {
    return packet.protocol() + ' ' + from + ' ' + fromPort + ' ' + to + ' ' + toPort;
  }
}
