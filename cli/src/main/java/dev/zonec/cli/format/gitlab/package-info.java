/** Writes reports as a GitLab code quality report. */
@NullMarked
package dev.zonec.cli.format.gitlab;

import org.jspecify.annotations.NullMarked;
