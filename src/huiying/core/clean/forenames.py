"""Given names in Latin letters, of many peoples, and the syllables of Chinese ones."""

from __future__ import annotations

import re

_WORDS = """
Serik Bolat Gulnar Nurlan Aigul Aidar Yerlan Ahmet Yousuf Zhumabek Tashi Dorje Pema Dolma Lhamo Tsering Sonam
Aaron Abby Abdirahman Abdul Abdullah Abdullahi Abdulrahman Abebe Abena Abida Abigail Abiodun Abraham Achara Achieng Ada Adaeze Adam
Adebayo Adele Adeola Aditya Adnan Adrian Adwoa Afia Aftab Agata Agim Agnes Agnieszka Agostinho Agus Ahmad Ahmed Aidan Aiden Aiko Aileen
Aino Aisha Aisling Aiste Ajay Akihiro Akin Akira Akosua Akua Akwasi Alan Alasdair Albert Alec Aled Alejandro Aleksandra Alessandro Alex
Alexander Alexandra Alexis Alf Alfie Alfred Ali Alice Alicia Alina Alison Alistair Allan Allen Alma Alun Alyssa Ama Amadou Amal Amanda
Amber Ameer Amelia Amelie Amina Amir Amit Amjad Amy Ana Ananya Anastasia Anatoly Anders Andre Andrea Andreas Andreea Andrei Andrew
Andris Andriy Andrzej André Andy Aneta Aneurin Angela Angelina Angharad Angus Anh Anika Anil Anita Anjali Ann Anna Annabel Anne Annelies
Anneliese Annette Annie Anong Anthea Anthony Antonella Antonio Antti Anwar Anya Aoibheann Aoife April Araminta Arash Arben Archibald
Archie Ariana Arif Arjun Armando Arnel Arnold Artem Arthur Arturo Arun Arvind Asha Ashfaq Ashley Ashok Aslı Asma Astrid Athanasios
Atieno Attila Audrey Auma Aurélie Austin Ava Ayaan Ayesha Ayhan Ayodele Aysel Ayu Ayumi Ayşe Azhar Babatunde Balazs Balbir Balwinder
Bambang Bamidele Bao Barbara Barnaby Barry Bartosz Basim Bassam Beata Beatrice Beatriz Becky Behnaz Belinda Ben Benigno Benjamin Benoît
Beppe Bereket Bernadette Bernard Bernice Bert Bertha Bertie Beryl Besnik Beth Bethan Bethany Betty Beverley Bhavna Bhupinder Bilal Bill
Billy Binh Bisi Bjorn Björn Bjørn Blake Blanche Blessing Bob Bobby Bogdan Bohdan Boris Borislav Bozena Bożena Brad Bradley Bram Brandon
Branko Brenda Brendan Brett Brian Brid Bridget Brigitte Bronislaw Bronisław Bronwen Bruce Bryan Bríd Budi Bukola Burak Bushra Caitlin
Callie Callum Calum Calvin Cameron Camila Camilla Carl Carla Carlos Carmela Carmen Carol Carole Caroline Carolyn Carrie Carys Catherine
Cathy Catriona Cecil Cecilia Cedric Cem Cerys Chandra Chandran Charity Charlene Charles Charlie Charlotte Chau Chelsea Cheryl Chester
Chetan Chiara Chidi Chinedu Chioma Chipo Chloe Chloé Chris Christian Christina Christine Christopher Christos Chukwudi Chukwuemeka Ciara
Ciaran Ciarán Cillian Claire Clara Clare Clarence Clarissa Claude Claudia Clement Cliff Clifford Clive Clyde Cody Colette Colin Colleen
Colm Comfort Conceição Concetta Conchita Connor Constance Constantin Consuelo Cora Corazon Cordelia Corey Cormac Craig Crispin Cristina
Cristobal Crystal Curtis Cuthbert Cynthia Cyril Cyrus Céline Dafydd Daisuke Daisy Dale Dalip Damian Damilola Dan Dana Daniel Danielle
Danilo Danny Danuta Daphne Darcey Darcy Darko Darnell Darrell Darren Darryl Darshan Dave David Dawn Deacon Dean Debbie Deborah Declan
Deepak Deirdre Delia Delroy Delyth Denis Denise Deniz Dennis Denzel Derek Dermot Derrick Derya Desislava Desmond Despina Devika Devon
Dewi Dexter Dharam Dian Diana Diane Diarmuid Diego Dieter Digby Dilani Dimitar Dimitri Dimitrios Dina Dineo Dinesh Dinusha Dipak Dmitri
Doina Dolores Dominic Dominique Don Donal Donald Donatella Donna Donncha Dora Doreen Doris Dorota Dorothy Doug Dougal Douglas Dragan
Drita Duncan Duong Dwayne Dylan Eamon Eamonn Earl Earnest Ebele Ebru Ed Eddie Edgar Edith Edmund Edna Edona Eduarda Eduardo Edward Edwin
Edwina Eero Effie Efo Efren Efua Eileen Eilidh Eirini Eirlys Ekene Eko Elaine Eleanor Elena Eleni Eli Elif Elijah Elisabeth Elisabetta
Elizabeth Ella Ellen Ellie Elroy Elsa Elsie Elspeth Eluned Emeka Emi Emilio Emily Emine Emma Emmanuel Emre Emrys Enid Eniola Enzo Eoin
Ercan Eric Erica Erin Ernest Ernie Errol Esi Esme Esmé Esperanza Esteban Esther Eszter Ethan Ethel Etta Eugene Eun Eunice Eva Evan
Evangelia Eve Evelyn Everton Evie Ewa Ewan Fabio Fadi Fadime Fadumo Fahad Faisal Faith Farah Farai Farhad Farhan Farida Fatima Fatma
Fatos Fay Felicity Felipe Felix Femi Femke Ferdinand Ferenc Fereshteh Fergus Fern Fernanda Fernando Ffion Finley Finn Fintan Fiona Fionn
Fitri Flora Florence Florin Flossie Floyd Folake Folasade Fozia Frances Francesca Francis Franco Frank François Fraser Fred Freda
Frederick Freya Fumiko Funke Fátima Gabor Gabriel Gail Galina Gareth Garfield Garry Gary Gavin Gbenga Gearóid Gemma Geoff Geoffrey
George Georgi Georgia Georgie Georgina Geraint Gerald Geraldine Gerard Gerhard Gethin Ghassan Gheorghe Ghulam Giang Gianluca Gift Giles
Gillian Gina Ginette Giorgos Giovanni Giulia Giuseppe Gladys Glen Glenda Glenroy Gloria Gopal Goran Gordon Goronwy Grace Graciela Graeme
Graham Grainne Grant Grażyna Greg Gregory Greta Grzegorz Gráinne Guadalupe Guilherme Guillaume Guillermo Gunnar Gurdeep Gurmeet Gurpreet
Gustavo Gwen Gwenllian Gwilym Gyorgy Gül Günter Habib Hadi Hafsa Haile Haitham Hakan Hakim Halina Hamid Hamish Hamza Hana Hanan Hanh
Hani Hannah Hans Hardeep Harjit Harley Harold Harpreet Harriet Harry Haruki Haruto Harvey Hasan Hassan Hatice Hattie Hayat Hazel Heather
Hector Heidi Heike Heikki Helen Helena Helga Hemant Henrique Henry Henryk Herbert Hernan Hernando Hester Hettie Hideo Hien Hilary Hilda
Hiroko Hiroshi Hisham Hiwot Hoa Hoang Hodan Holly Homa Hope Horace Howard Hubert Huda Hugh Hugo Humaira Huong Huseyin Hussein Huw
Hyacinth Hye Hyun Hywel Hélène Hüseyin Iain Ian Ibrahim Ida Idris Ieuan Ifeoma Ifrah Ignacio Igor Ijaz Ikenna Ikram Ildiko Ilinca Ilyas
Ilze Iman Imelda Imogen Imran Imre Indah India Indira Ines Ingeborg Ingrid Inês Ioana Ioannis Ionut Iqbal Irene Irfan Irina Iris Iryna
Isaac Isabel Isabella Isabelle Isbel Isla Ismail Isobel Issam Istvan Ivan Ivaylo Ivor Ivy Jack Jackie Jacob Jacqueline Jade Jadwiga Jae
Jagdeep Jake Jakub Jamal James Jamie Jamila Jan Jana Jane Janet Janice Janis Jared Jaroslav Jasbir Jasmine Jason Jasper Jaspreet
Jaswinder Javed Javier Jaxon Jay Jayden Jayne Jean Jeanette Jeff Jeffrey Jemima Jenna Jennifer Jenny Jeremy Jerome Jerry Jerzy Jess
Jesse Jessica Ji Jide Jill Jim Jimmy Jin Jo Joan Joanna Joanne Joao Joaquim Joaquín Jocelyn Jock Jodie Joe Joel Johan Johanna John
Johnny Joko Jonah Jonathan Joon Joost Jordan Jorg Jorge Jose Josefina Joseph Josephine Josh Joshua José Jovan Joy Joyce João Juan Judit
Judith Judy Jukka Julia Julian Julie Juliet Junaid June Jurgen Jurgita Justin Jyoti Jérôme Jürgen Kadir Kagiso Kamal Kamala Kamau Kamil
Kamran Kanya Kaori Karen Karim Karl Katalin Katarzyna Kate Katerina Kateryna Katherine Kathleen Kathryn Kathy Katie Katya Kaveh Kavita
Kay Kayden Kayleigh Kayode Kazimierz Kazuko Kazuo Kehinde Keiko Keisha Keith Kelechi Kelly Kemal Kemi Ken Kenji Kenneth Kenta Kerry
Kevin Khadija Khadra Khaled Khalid Khanh Khurram Kieran Kieron Kim Kimberly Kiran Kirk Kirsteen Kirsty Kitty Kjell Klaus Kofi Kojo
Konstantinos Kostas Krasimir Krishna Krzysztof Kudzai Kuldeep Kumar Kumari Kurt Kwabena Kwadwo Kwaku Kwame Kwasi Kwesi Kyle Kylie Kyung
Lacey Lachlan Ladislav Lakhbir Lakshmi Laleh Lalita Lam Lamar Lancelot Lanre Larry Lars Laszlo Latoya Laura Lauren Laurence Laurent
Lavinia Layla Leah Leanne Lee Leif Leila Len Lena Lenka Leo Leon Leonard Leonor Lerato Leroy Leslie Lestari Leszek Leticia Letitia Lewis
Lexi Leyla Liam Liaqat Lien Ligaya Liliana Lillian Lily Linda Lindsay Linh Linton Lionel Lisa Liz Ljiljana Llinos Lloyd Logan Lois
Loredana Lorenzo Loretta Lorna Lorraine Lotte Lottie Louis Louise Lubna Luca Lucas Lucia Lucian Luciana Lucinda Lucy Lucía Ludek Ludmila
Luis Lukas Luke Lurdes Lydia Lynn Lynne Lyudmila Maarten Mabel Maddison Madeleine Madhuri Maeve Magdalena Maggie Magnus Maha Maher
Mahesh Mahin Mahmoud Mai Mair Maire Mairi Maisie Maksym Malcolm Malee Malgorzata Manal Mandeep Mandy Manish Manpreet Manuel Manuela
Maqsood Marc Marcel Marcelle Marcia Marcin Marco Marcus Marek Margaret Margarita Margery Marguerite Maria Mariam Marian Marianne Maricel
Marie Mariko Marilyn Mario Marion Marisol Marites Marius Marja Marjorie Mark Marlene Marlon Marta Martha Martin Martina Marvin Marwan
Mary Maryam María Masako Mason Massimo Mateo Mateusz Mathieu Matilda Matilde Matt Matteo Matthew Matthias Matti Maud Maude Maureen
Maurice Mavis Mawuli Max Maxine May Maya Mazen Meera Megan Mehmet Mehreen Mei Mei-Ling Meirion Melanie Melissa Menna Mercy Meryl Mette
Mia Michael Michelle Michiko Miguel Mihaela Mihai Mike Milagros Mildred Miles Milica Millicent Millie Milo Min Mindaugas Minh Minnie
Mircea Mirek Miriam Miroslav Mirosław Modupe Mohamed Mohammad Mohammed Mohamud Mohan Moira Mollie Molly Mona Monica Monique Monty Morag
Morgan Morven Moses Mpho Mubarak Muhammad Mulugeta Murat Murdo Muriel Murray Musa Mushtaq Mustafa Mwangi Mykola Myra Myrtle Máire Nabil
Nabila Nadeem Nadezhda Nadia Nadim Nadine Naila Najwa Nana Nancy Naoko Naomi Nargis Narinder Nasra Nasreen Nasrin Natalia Natalie
Natalya Natasha Nathalie Nathan Nathaniel Naveed Navid Navjot Neha Neil Nell Nellie Nenad Nerys Nestor Neville Nga Ngoc Ngozi Nguyen
Nhung Nia Niall Niamh Nicholas Nick Nicola Nicole Nigel Nighat Nikhil Nikita Nikolay Nikos Nils Nimal Nina Nirmala Nisha Nizar Njeri
Nkechi Nnamdi Nneka Noah Noel Noelle Nokuthula Nomsa Nong Noor Nora Norah Norberto Noriko Norma Norman Nuala Nuno Nunzio Nurten Nurul
Nusrat Nyambura Obinna Odette Odile Oisín Okello Okon Oksana Oleg Olena Olga Olive Oliver Olivia Olivier Ollie Olu Olumide Oluwaseun
Olwen Omar Omid Omolara Ondrej Onyango Orla Orlando Ornella Orville Osagie Osbert Oscar Osman Osvaldo Otieno Otis Ottilie Otto Otília
Owen Ozan Pablo Padma Padraig Paige Pam Pamela Panagiotis Paolo Paris Parisa Parminder Parveen Parvez Pascal Pasquale Patience Patricia
Patrick Paul Paula Pauline Pavel Pawel Payam Pedro Peggy Pekka Penelope Penny Percival Percy Perpetua Pervaiz Pete Peter Petr Petra Phil
Philip Philippa Phillip Phoebe Phuong Phyllis Pierre Pieter Pilar Piotr Plamen Polly Pooja Poppy Pradeep Prakash Precious Prem Primrose
Priya Priyanka Priyantha Prudence Prunella Putri Pádraig Qasim Quang Queenie Quentin Quyen Rabia Rachel Radka Radoslav Radu Rafael
Rafaela Rafał Raffaele Ragnhild Raheela Rahul Raj Rajesh Rajinder Rajiv Rakesh Ralph Ramazan Ramesh Rami Ramiro Ramon Rana Randall Rania
Ranjana Ranjit Rasa Rashid Rashida Ratan Ratna Raul Ravi Ray Raymond Rebecca Reece Reena Reg Reginald Rehana Rekha Remedios Renee Renée
Reuben Reynaldo Reza Rhiannon Rhoda Rhodri Rhona Rhys Riad Riaz Ricardo Richard Rick Riley Rima Rini Rita Rizwan Rob Robert Roberta
Roberto Robin Rocco Rodel Rodica Rodney Rodrigo Rogelio Roger Rohan Rohit Roisin Roland Roman Ron Ronald Ronan Ronnie Rory Rosa Rosalind
Rosamund Rosario Roscoe Rose Rosemary Rosie Ross Rotimi Rowena Roxanne Roy Roya Ruairi Ruaraidh Ruaridh Ruben Rubina Ruby Rudo Rufus Rui
Rukhsana Rumbidzai Rumen Rupert Ruslan Russell Ruth Ruwan Ryan Ryo Ryszard Róisín Sabina Sabine Sabrina Sachiko Sade Sadie Saeed Sagal
Sahar Said Saira Sajid Sajida Salim Sally Salma Salvatore Sam Saman Samantha Samer Sami Samina Samir Samira Samuel Sanaa Sandeep Sander
Sandra Sandrine Sandy Sanjay Sanne Santiago Saoirse Sara Sarah Sarbjit Sarita Satoshi Sawsan Scott Seamus Sean Sebastian Segun Selam
Selim Selina Seo Seonaid Sergei Seung Sevgi Shabana Shabnam Shafiq Shahid Shahram Shalini Shane Shanice Shannon Shanti Sharon Shaun
Shauna Shazia Sheila Shelley Sherwin Shinji Shirin Shirley Shobha Shona Sian Sibusiso Sibyl Sidney Silvana Silvia Simisola Simon Simona
Simone Simran Sinead Siobhan Siobhán Sioned Sipho Sita Siti Siân Skye Slamet Slobodan Snezana Sofia Sofía Sohail Solange Soledad Solveig
Somchai Somsak Sonia Soo Sook Sophia Sophie Soraya Sorcha Soren Sorin Souad Spyros Sri Stacey Stan Stanislaw Stanisław Stanko Stanley
Stavros Stefan Stefano Stella Stephanie Stephen Steve Steven Stewart Stoyan Stuart Sudha Sue Sugeng Sukhdev Sukhwinder Suki Suleiman
Summer Sunethra Sunil Sunita Suresh Surinder Susan Susanna Sushila Suzanne Sven Svetlana Svitlana Swati Sybil Sylvia Sylvie Szymon
Séamus Søren Tabitha Tadhg Tahir Tahira Taiwo Takashi Tam Tamara Tamika Tania Tanveer Tanvir Tanya Tapiwa Tara Taras Tarek Tariq Taro
Tarquin Tarsem Tasneem Tatenda Tatiana Ted Tegan Tegid Tejal Temitope Tendai Tenzin Terence Teresa Terry Tesfaye Tessa Thabo Thaddeus
Thandi Thanh Thao Tharindu Thelma Themba Theo Theresa Thi Thiago Thierry Thomas Thomasina Thuy Thérèse Tiago Tien Tigist Tilly Tim
Timothy Timur Tina Tobi Tobias Toby Todd Todor Tolu Tom Tomas Tomasz Tommaso Tommy Tomoko Tomos Toni Tony Toomas Tope Torquil Torsten
Tracey Tracy Trang Travis Trevor Tricia Trinh Tristan Trudy Tshepo Tsvetelina Tuan Tuncay Tunde Tuula Tuyet Tyler Tyrell Tyrone Uche Ulf
Ulrich Uma Umberto Una Ursula Usha Usman Uzoma Vaclav Valentin Valentina Valeriu Valérie Van Vandana Varun Vasco Vasiliki Vasyl
Venkatesh Vera Verity Vernon Veronica Vesna Vic Victor Victoria Viet Vijay Vikram Viktor Vince Vincent Vincenzo Vinod Viola Violet
Virginia Vishal Vito Vivian Vivien Vlad Vladimir Volkan Vytautas Véronique Wade Wael Wafa Wafula Wale Walid Walter Wambui Wanda Wanida
Wanjiru Waqar Warren Warsame Wasim Wayan Wayne Wendy Wesley Widad Wiktor Wilbur Wilfred Wilhelmina Will Willem William Wilma Winifred
Winnie Winnifred Winona Winsome Winston Wojciech Wolfgang Woo Xavier Ximena Xuan Yaa Yannick Yash Yasin Yasmeen Yasmin Yasmine Yaw
Yelena Yemi Yetunde Yevgeny Yiannis Yohannes Yoko Yolanda Yonis Yoshiko Younes Young Younis Yuka Yuki Yulia Yuni Yuri Yusra Yusuf Yvette
Yvonne Yıldız Zac Zachary Zack Zafar Zaheer Zahid Zahra Zainab Zanele Zara Zayn Zaynab Zbigniew Zdenek Zdravko Zehra Zelda Zeynep Ziad
Zlatan Zoe Zofia Zohreh Zoltan Zoran Zoë Zubair Zubairu Zulmira Zuzanna Ágnes Åsa Élise Órla Özge Úna Ümit İsmail Łukasz Şükrü
"""
FORENAMES = frozenset(_WORDS.split())
SURNAME = (
    "Bao|Bi|Bian|Chai|Che|Chi|Chu|Cong|Dou|Fei|Gan|Geng|Guan|Gui|Hong|Huo|Ji|Jian|Jiao|Jing|Ju|Ke|Kuang|Lan|Lang|Lian|Ling|Long|Lou|Luan|"
    "Mei|Miao|Mu|Nie|Ning|Ou|Pei|Pu|Qu|Quan|Rao|Rong|Ruan|Rui|Sang|Sha|Shang|Sheng|Shu|Si|Sui|Teng|Tu|Xi|Xian|Xuan|Yun|Zang|Zha|Zhan|Zhen|"
    "Zong|Zu|Zuo|You|Min|Kou|Zhuge|Sima|Situ|Shangguan|Huangfu|Cen|Bai|Cai|Cao|Chang|Chen|Cheng|Cui|Dai|Deng|Ding|Dong|Du|Duan|Fan|Fang|Feng|Fu|Gao|Ge|Gong|Gu|Guo|Han|Hao|He|Hou|Hu|Huang|Jia|Jiang|"
    "Jin|Kang|Kong|Lai|Lei|Li|Liang|Liao|Lin|Liu|Lu|Luo|Lyu|Ma|"
    "Mao|Meng|Mo|Ni|Niu|Ouyang|Pan|Pang|Peng|Qi|Qian|Qiao|Qin|Qiu|Ren|Shao|Shen|Shi|Song|Su|Sun|Tan|Tang|Tao|Tian|Tong|Wan|Wang|Wei|"
    "Wen|Weng|Wu|Xia|Xiang|Xiao|Xie|Xing|Xiong|Xu|Xue|Yan|Yang|Yao|Ye|"
    "Yi|Yin|Yu|Yuan|Yue|Zeng|Zhai|Zhang|Zhao|Zheng|Zhong|Zhou|Zhu|Zhuang|Zhuo|Zou"
)
"""Chinese surnames, a pattern."""
SYLLABLE = (
    "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|"
    "uo|a|e|i|o|u)"
)
"""A syllable of Chinese, a pattern without regard to capitals."""
_PINYIN = re.compile(f"(?:{SURNAME}) {SYLLABLE}(?:['-]?{SYLLABLE})?\\Z|{SYLLABLE}(?:['-]?{SYLLABLE})? (?:{SURNAME})\\Z", re.I)


def personal(words: list[str]) -> bool:
    """Whether words that begin with capitals have the form of a person's name: a known given name first, or Chinese syllables.

    >>> personal(["Jodie", "Larkin"]), personal(["Zhang", "Meihua"]), personal(["Royal", "Mail"])
    (True, True, False)
    """
    return len(words) > 1 and (words[0] in FORENAMES or (len(words) == 2 and _PINYIN.match(" ".join(words)) is not None))
