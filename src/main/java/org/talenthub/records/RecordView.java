package org.talenthub.records;

import java.util.LinkedHashMap;
import java.util.Map;
import org.talenthub.access.Visibility;

/**
 * A record as one viewer may see it.
 *
 * @param id 13 characters
 * @param type talent, demand, enterprise, carrier or platform
 * @param fields in the feed's column order: text, number, list; a code field {@code x} is followed by {@code xLabel}; {@code employer},
 *     {@code enterprise}, {@code host}, {@code base}, {@code carrier} are maps {@code {id?, name, code?}}; {@code region} is {@code {code,label}}
 */
public record RecordView(
        String id, String type, String name, Visibility visibility, long version, Map<String, Object> fields) {

    /** As lists hold it: id, type and name, then its fields side by side with them. */
    public Map<String, Object> item() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("type", type);
        item.put("name", name);
        item.put("visibility", visibility);
        item.put("version", version);
        fields.forEach(item::putIfAbsent);
        return item;
    }
}
