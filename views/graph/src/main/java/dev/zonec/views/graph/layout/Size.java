package dev.zonec.views.graph.layout;

/** A width and a height in pixels. */
public record Size(double width, double height) {}
