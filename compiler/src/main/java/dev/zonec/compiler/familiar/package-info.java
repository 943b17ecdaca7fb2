/**
 * Recognizes names and notations of other tools, for helps. Entry types: {@link
 * dev.zonec.compiler.familiar.FamiliarEnds}, {@link dev.zonec.compiler.familiar.FamiliarServices},
 * {@link dev.zonec.compiler.familiar.FamiliarAddresses}, {@link
 * dev.zonec.compiler.familiar.FamiliarDates}.
 */
@NullMarked
package dev.zonec.compiler.familiar;

import org.jspecify.annotations.NullMarked;
