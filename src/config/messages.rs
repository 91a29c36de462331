//! The words of problems with addresses, which the form on the site finds too.

crate::diagnostic::messages! {
    /// A contact that is not valid. `fault`: what is wrong with it, as [`contact`](super::contact) says it.
    BAD_CONTACT "bad-contact" Value
        "{fault}"
        "Write an e-mail address, or a web address that starts with https://";
    /// An address with something around it. `fault`: as above. `address`: it alone.
    ADDRESS_MEANT "address-meant" Value
        "{fault}"
        "Did you mean `{address}`?";
    /// A language tag that is not valid.
    BAD_LANGUAGE "bad-language" Value
        "`{typed}` is not the code of a language."
        "Write its code: British English is `en-GB`, Welsh is `cy`, German is `de`.";
    /// The name of a language, or a tag that is nearly one, in the place of its tag.
    LANGUAGE_MEANT "language-meant" Value
        "`{typed}` is not the code of a language."
        "Did you mean `{tag}`?";
    /// Not a picture that a page can show.
    NO_PICTURE "no-picture" Value
        "There is no picture `{typed}` in content/static/."
        "Put a png, jpeg, webp or avif file of up to 500 kB into content/static/, and write its name.";
    /// A web address that is not valid.
    BAD_URL "bad-url" Value
        "{fault}"
        "Write a whole web address that starts with https://";
}
