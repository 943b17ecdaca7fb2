/**
 * Denials by policies of network plugins.
 *
 * <p>Entry types: {@link dev.zonec.response.plugin.PluginPolicies} and {@link
 * dev.zonec.response.plugin.PluginDenials}. Input: a world, and the objects of plugins in the
 * inputs, which zonec does not model. Output: policies that deny first, with what they mean, and
 * what this rests on. Decides: which of these objects cannot change that a denial holds.
 */
@NullMarked
package dev.zonec.response.plugin;

import org.jspecify.annotations.NullMarked;
