package org.talenthub.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A sheet in the making: titles in the order of the feed, rows of text. */
record Table(List<String> titles, List<List<String>> rows) {

    Table(List<String> titles) {
        this(titles, new ArrayList<>());
    }

    /** Adds a row by title; a title that is not there stays blank, one that the sheet does not have is a mistake. */
    void add(Map<String, String> cells) {
        if (!titles.containsAll(cells.keySet())) {
            throw new IllegalArgumentException("unknown title in " + cells.keySet());
        }
        rows.add(titles.stream().map(t -> cells.getOrDefault(t, "")).toList());
    }

    /** All lines of the file, the header first. */
    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(titles);
        lines.addAll(rows);
        return lines;
    }
}
