package org.upstander.alert.application.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people are told, in one language. A language is a file {@code texts/texts_*.properties} and
 * an entry here; what it lacks is said in English.
 */
public final class Texts {

    private static final String BUNDLE = "texts.texts";
    private static final int COLUMN = 12;
    private static final Map<Locale, Texts> SHIPPED = new LinkedHashMap<>();

    static {
        SHIPPED.put(Locale.ENGLISH, new Texts(Locale.ENGLISH, Locale.ROOT));
        SHIPPED.put(Locale.GERMAN, new Texts(Locale.GERMAN, Locale.GERMAN));
    }

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale, Locale file) {
        this.locale = locale;
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        file,
                        Texts.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The nearest there is: {@code de-AT} is {@code de}, what is not known is {@code en}.
     *
     * @param tag BCP 47, or null
     */
    public static Texts in(String tag) {
        Locale found = tag == null ? null : lookup(tag);
        return SHIPPED.get(found == null ? Locale.ENGLISH : found);
    }

    private static Locale lookup(String tag) {
        try {
            return Locale.lookup(Locale.LanguageRange.parse(tag), SHIPPED.keySet());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static ResourceBundle english() {
        return SHIPPED.get(Locale.ENGLISH).bundle;
    }

    /** All tags that are there, English first. */
    public static List<String> languages() {
        return SHIPPED.keySet().stream().map(Locale::toLanguageTag).toList();
    }

    /** For {@code lang} in HTML. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** For names of months and the like. */
    public Locale locale() {
        return locale;
    }

    public String of(String key) {
        return bundle.getString(key);
    }

    /** For templates, which know no variable arguments. */
    public String of(String key, Object value) {
        return filled(key, value);
    }

    public String filled(String key, Object... values) {
        return String.format(Locale.ROOT, bundle.getString(key), values);
    }

    /** As a label in a column of a plain text. */
    public String padded(String key) {
        return String.format(Locale.ROOT, "%-" + COLUMN + "s", of(key));
    }

    /**
     * In TwiML. The carrier's own voice speaks English; another language is named to it.
     *
     * @param text harmless in XML
     */
    public String spoken(String text) {
        String voice = of("voice.language");
        return voice.isEmpty()
                ? "<Say>" + text + "</Say>"
                : "<Say language=\"%s\">%s</Say>".formatted(voice, text);
    }

    /** Kinds of attacks: those that are known by their name here, others as they are. */
    public List<String> categories(List<String> names) {
        return names.stream()
                .map(name -> bundle.containsKey("category." + name) ? of("category." + name) : name)
                .toList();
    }

    /**
     * What an incident is: kinds of attacks and what shows only over time, each by its name here.
     */
    public List<String> kinds(List<String> categories, List<String> patterns) {
        return Stream.concat(
                        categories(categories).stream(),
                        patterns.stream()
                                // Of these a kind of attack says as much.
                                .filter(name -> !categories.contains(name))
                                .map(
                                        name ->
                                                bundle.containsKey("pattern." + name)
                                                        ? of("pattern." + name)
                                                        : name))
                .toList();
    }

    /** Why somebody is called, as the engine wrote it: in this language as far as it is known. */
    public String reason(String english) {
        return locale.equals(Locale.ENGLISH)
                ? english
                : Reasons.known(english)
                        .map(reason -> filled(reason.key(), (Object[]) values(reason)))
                        .orElse(english);
    }

    private String[] values(Reasons.Reason reason) {
        return reason.values().stream()
                .map(
                        value ->
                                reason.key().equals(Reasons.KIND)
                                        ? categories(List.of(value.split(", "))).stream()
                                                .collect(Collectors.joining(", "))
                                        : value)
                .toArray(String[]::new);
    }
}
