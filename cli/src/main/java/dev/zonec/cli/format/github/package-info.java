/** Writes reports as workflow commands, which GitHub shows as annotations. */
@NullMarked
package dev.zonec.cli.format.github;

import org.jspecify.annotations.NullMarked;
