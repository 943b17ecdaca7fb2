/**
 * Explains what the claims of a program rest on. Start with {@link
 * dev.zonec.application.core.ExplainClaims}.
 */
@NullMarked
package dev.zonec.application.core;

import org.jspecify.annotations.NullMarked;
