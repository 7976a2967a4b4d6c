/** A straight flight between two cells of a comb. */
export function BrandMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden focusable="false">
      <path d="M12 1.5 21.1 6.75v10.5L12 22.5 2.9 17.25V6.75Z" fill="var(--accent)" />
      <path
        d="M7 15.5 17 8.5M17 8.5h-4.4M17 8.5v4.2"
        fill="none"
        stroke="#241900"
        strokeWidth="2.1"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
