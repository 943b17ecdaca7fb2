package dev.zonec.application.init;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A request to write a configuration file.
 *
 * @param folder the root of the repository
 * @param force whether an existing configuration file is replaced
 * @param day the day for which expiry is evaluated
 */
public record InitRequest(Path folder, boolean force, LocalDate day) {}
