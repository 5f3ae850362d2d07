package org.talenthub.search;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.standards.Dictionaries;
import org.talenthub.reference.standards.Dictionary;
import org.talenthub.reference.standards.Industries;
import org.talenthub.reference.standards.Regions;

/** Words for codes, filters and links in the language of the request. */
@Component
public class Labels {

    /** Without the fallback to the machine's own language, which would put English on a Chinese page. */
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Feeds feeds;
    private final Dictionaries dictionaries;
    private final Regions regions;
    private final Map<String, Dictionary> byColumn = new ConcurrentHashMap<>();

    Labels(Feeds feeds, Dictionaries dictionaries, Regions regions) {
        this.feeds = feeds;
        this.dictionaries = dictionaries;
        this.regions = regions;
    }

    /** The dictionary of a column of codes. */
    public Dictionary dictionary(String feed, String column) {
        return byColumn.computeIfAbsent(
                feed + "." + column,
                k -> feeds.get(feed).columns().stream()
                        .filter(c -> c.field().equals(column))
                        .map(c -> c.dictionary())
                        .filter(d -> d != null)
                        .map(dictionaries::get)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(k + " has no dictionary")));
    }

    public String code(Dictionary dictionary, String code) {
        return english() ? dictionary.english(code) : dictionary.label(code);
    }

    /** A table of names that belongs to no column of codes. */
    public Dictionary table(String name) {
        return dictionaries.get(name);
    }

    public Industries industries() {
        return dictionaries.industries();
    }

    public String node(String code) {
        return english() ? industries().english(code) : industries().label(code);
    }

    public String region(String code) {
        return english() ? regions.english(code) : regions.label(code);
    }

    public String text(String key, Object... arguments) {
        String pattern =
                ResourceBundle.getBundle("messages-search", locale(), CONTROL).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale()).format(arguments);
    }

    private static boolean english() {
        return locale().getLanguage().equals("en");
    }

    /** Outside a request (exports, jobs) it is Chinese, whatever the machine speaks. */
    private static Locale locale() {
        return LocaleContextHolder.getLocaleContext() == null
                ? Locale.SIMPLIFIED_CHINESE
                : LocaleContextHolder.getLocale();
    }
}
