/** Writes reports as Markdown for a comment on a pull request. */
@NullMarked
package dev.zonec.cli.format.markdown;

import org.jspecify.annotations.NullMarked;
