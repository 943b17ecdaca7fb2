/** Writes reports as JSON, and as lines of JSON. */
@NullMarked
package dev.zonec.cli.format.json;

import org.jspecify.annotations.NullMarked;
