package org.talenthub.importing.sheet.xlsx;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.talenthub.common.Problem;
import org.talenthub.importing.sheet.file.Refusal;

/**
 * Pull parsing of a workbook's parts: no document types, no external entities, text and markup of bounded length. Woodstox, since the
 * JDK's parser collects comments, attributes and CDATA of whatever length in memory, which one part of a few megabytes can fill.
 */
public final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 200);
        return factory;
    }

    public static XMLStreamReader open(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new Tagged(in));
    }

    /** The next event; a document type ends the reading. */
    public static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw Refusal.unsafe();
        }
        return event;
    }

    public static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    public static int intAttribute(XMLStreamReader xml, String name, int otherwise) {
        String value = attribute(xml, name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /**
     * Appends the text up to the end of the current element, children included.
     *
     * @throws Problem when it is longer than the limit, decided by the caller's supplier
     */
    public static void text(
            XMLStreamReader xml, StringBuilder into, int limit, java.util.function.Supplier<Problem> tooLong)
            throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    // escapes such as _x000D_ take seven characters for one
                    if (into.length() > 7L * limit) {
                        throw tooLong.get();
                    }
                }
                default -> {}
            }
        }
    }

    public static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** Names are the one thing the parser takes at any length: bytes that go on and on without a tag are no workbook's. */
    private static final class Tagged extends FilterInputStream {

        /** A cell's text at its longest, every character of it escaped. */
        private static final int LONGEST = 4 << 20;

        private int since;

        Tagged(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            int last = from + n - 1;
            while (last >= from && into[last] != '<') {
                last--;
            }
            // looking from the end of each piece is enough: a piece is much shorter than the limit
            since = last >= from ? from + n - 1 - last : since + Math.max(n, 0);
            if (since > LONGEST) {
                throw Refusal.bomb();
            }
            return n;
        }
    }
}
