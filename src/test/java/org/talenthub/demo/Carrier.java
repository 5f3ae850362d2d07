package org.talenthub.demo;

import java.util.List;
import org.talenthub.demo.Words.Region;

/** A base or station of the demo; the host of a station is one of the companies. */
record Carrier(
        String name, boolean station, String host, String code, Region region, List<String> industries, int year) {}
