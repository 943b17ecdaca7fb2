/**
 * Finds rules that close all paths from one party to another. Start with {@link
 * dev.zonec.application.cut.FindCut}.
 */
@NullMarked
package dev.zonec.application.cut;

import org.jspecify.annotations.NullMarked;
