package org.talenthub.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A guide as a page shows it.
 *
 * @param title its first heading
 * @param html the rest; what it links to is here or elsewhere on the web, never a file of the sources
 * @param chapters headings of the second level, in order
 */
record GuideText(String title, String html, List<Chapter> chapters) {

    record Chapter(String id, String title) {}

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private static final Pattern OF_GUIDE = Pattern.compile("([a-z]+)(\\.zh-CN)?\\.md(#.*)?");
    private static final Pattern OF_PICTURE = Pattern.compile("pictures/([a-z-]+)\\.png");

    private static final int CHAPTER = 2;

    static GuideText of(Guide guide, String markdown) {
        Node document = PARSER.parse(markdown);
        String title = "";
        if (document.getFirstChild() instanceof Heading first) {
            title = text(first);
            first.unlink();
        }
        document.accept(new Links(guide));
        List<Chapter> chapters = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == CHAPTER) {
                    chapters.add(new Chapter(slug(text(heading)), text(heading)));
                }
            }
        });
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> GuideText::identify)
                .build();
        return new GuideText(title, renderer.render(document), List.copyOf(chapters));
    }

    private static void identify(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            attributes.put("id", slug(text(heading)));
        } else if (tag.equals("th")) {
            attributes.put("scope", "col");
        }
    }

    /** As the places that keep sources make it, so that a link to a heading leads there as well as here. */
    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    /** Leads links to where they lead on the site; what is not there becomes plain text. */
    private static final class Links extends AbstractVisitor {

        private final Guide guide;

        Links(Guide guide) {
            this.guide = guide;
        }

        @Override
        public void visit(Image image) {
            Matcher picture = OF_PICTURE.matcher(image.getDestination());
            if (picture.matches()) {
                image.setDestination("/help/pictures/" + picture.group(1));
            } else {
                image.unlink();
            }
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            Optional<String> target = target(link.getDestination());
            if (target.isPresent()) {
                link.setDestination(target.get());
            } else {
                Node part = link.getFirstChild();
                while (part != null) {
                    Node next = part.getNext();
                    link.insertBefore(part);
                    part = next;
                }
                link.unlink();
            }
        }

        private Optional<String> target(String written) {
            if (written.startsWith("#") || written.startsWith("https://")) {
                return Optional.of(written);
            }
            Matcher other = OF_GUIDE.matcher(written);
            if (!other.matches()) {
                return Optional.empty();
            }
            String word = other.group(1);
            String place = other.group(3) == null ? "" : other.group(3);
            // to itself it is the other language
            String language = !word.equals(guide.word()) ? "" : other.group(2) == null ? "?lang=en" : "?lang=zh-CN";
            for (Guide known : Guide.values()) {
                if (known.word().equals(word)) {
                    return Optional.of("/help/" + word + language + place);
                }
            }
            return Optional.empty();
        }
    }
}
