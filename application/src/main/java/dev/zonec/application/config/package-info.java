/**
 * Reads the configuration file of a repository, {@code zonec.yaml}.
 *
 * <p>Entry type: {@link dev.zonec.application.config.Configuration}. Input: a request. Output: the
 * settings of one environment, and every mistake in the file. Decides: where the file is, what its
 * keys mean, and which of its commands may run.
 */
@NullMarked
package dev.zonec.application.config;

import org.jspecify.annotations.NullMarked;
