package dev.zonec.verifier.smt;

/**
 * What a search for paths is about, said of single connections.
 *
 * @param steps the connection is a step
 * @param starts the source is where paths begin
 * @param passes the source may be passed through
 * @param targets the destination is where paths end
 * @param sourceIsTarget the source is where paths end
 */
public record PathFormulas(
    Formula steps, Formula starts, Formula passes, Formula targets, Formula sourceIsTarget) {}
