package org.talenthub.importing.web;

/** A step of the way back. */
public record Crumb(String text, String href) {}
