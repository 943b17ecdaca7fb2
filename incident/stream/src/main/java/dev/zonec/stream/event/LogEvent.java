package dev.zonec.stream.event;

/** What a reader of logs reports. */
public sealed interface LogEvent permits JudgedFlow, LogReport {}
