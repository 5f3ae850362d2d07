package org.talenthub.importing.web;

/** A step of the way back. */
record Crumb(String text, String href) {}
