/** What the formats of reports have in common. Input: a report. Output: a text. */
@NullMarked
package dev.zonec.cli.format;

import org.jspecify.annotations.NullMarked;
