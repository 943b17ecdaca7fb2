package dev.zonec.flows.observed;

/**
 * A flow that a log shows.
 *
 * @param format the format of the log
 * @param from the end that opened the connection; if the orientation is unknown, the end that sent
 * @param to the other end
 * @param protocol the protocol in lower case, such as {@code tcp} or {@code icmp}
 * @param fromPort the port of {@code from}; 0 if unknown
 * @param toPort the port of {@code to}; 0 if unknown
 * @param outcome what the log says about its fate
 * @param orientation whether {@code from} is known to be the end that opened the connection
 * @param start the time of its first packet, in milliseconds since 1970; -1 if unknown
 * @param end the time of its last packet; not before {@code start}
 * @param opened the number of connections that it opens; 0 for answers and later records
 * @param packets the packets that {@code from} sent; 0 if unknown
 * @param bytes the bytes that {@code from} sent; 0 if unknown
 * @param place the place of the record
 * @param excerpt the text of the record
 */
public record ObservedFlow(
    LogFormat format,
    ObservedEnd from,
    ObservedEnd to,
    String protocol,
    int fromPort,
    int toPort,
    Outcome outcome,
    Orientation orientation,
    long start,
    long end,
    long opened,
    long packets,
    long bytes,
    RecordPlace place,
    Excerpt excerpt) {}
